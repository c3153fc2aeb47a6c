package io.partnerflow;

import javax.xml.transform.TransformerFactory;
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
        transformXmlWithTheJdk();
        SpringApplication.run(PartnerflowApplication.class, args);
    }

    /** Saxon, which comes with the library that writes e-invoices, would offer itself for everything. */
    private static void transformXmlWithTheJdk() {
        System.setProperty(
                TransformerFactory.class.getName(),
                TransformerFactory.newDefaultInstance().getClass().getName());
    }
}
