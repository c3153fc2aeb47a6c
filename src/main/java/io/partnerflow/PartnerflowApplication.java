package io.partnerflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Runs the order engine: portal, API, staff applications, process engine and job executor in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "partnerflow")
public class PartnerflowApplication {

    public static void main(String[] args) {
        SpringApplication.run(PartnerflowApplication.class, args);
    }
}
