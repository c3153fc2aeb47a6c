package io.partnerflow.api;

import com.fasterxml.jackson.databind.Module;
import io.partnerflow.shared.JsonForms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One JSON for the API and for what is stored as JSON. */
@Configuration(proxyBeanMethods = false)
class JsonConventions {

    @Bean
    Module jsonForms() {
        return new JsonForms();
    }
}
