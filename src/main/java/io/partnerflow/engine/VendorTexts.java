package io.partnerflow.engine;

import io.partnerflow.shared.VendorLanguage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What staff read that is written when something happens is in the vendor's language. */
@Configuration(proxyBeanMethods = false)
class VendorTexts {

    @Bean
    VendorLanguage vendorLanguage(@Value("${partnerflow.vendor.language:en}") String code) {
        return new VendorLanguage(code);
    }
}
