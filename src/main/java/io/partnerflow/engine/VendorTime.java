package io.partnerflow.engine;

import io.partnerflow.shared.VendorCalendar;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Calendar days are the vendor's: a deadline ends when the vendor's day ends. */
@Configuration(proxyBeanMethods = false)
class VendorTime {

    @Bean
    VendorCalendar vendorCalendar(Clock clock, @Value("${partnerflow.vendor.time-zone}") ZoneId zone) {
        return new VendorCalendar(clock, zone);
    }
}
