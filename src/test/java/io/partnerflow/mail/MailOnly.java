package io.partnerflow.mail;

import io.partnerflow.TestDatabase;
import io.partnerflow.documents.Branding;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.Letterheads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** Mail and documents on a real database, without the rest of the house. Not a configuration others could find. */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    MailSenderAutoConfiguration.class
})
@ComponentScan(basePackageClasses = {Postman.class, Documents.class})
@ConfigurationPropertiesScan(basePackageClasses = {Postman.class, Documents.class})
@Import(TestDatabase.class)
class MailOnly {

    @Bean
    HandClock clock() {
        return new HandClock();
    }

    @Bean
    Looks looks() {
        return new Looks();
    }

    @Bean
    Refusals refusals() {
        return new Refusals();
    }

    /** Stands still until somebody moves it. */
    static final class HandClock extends Clock {

        private volatile Instant now = Instant.parse("2026-06-01T08:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    /** What resellers have chosen, as a test says. */
    static final class Looks implements Letterheads {

        private final Map<UUID, Branding> chosen = new ConcurrentHashMap<>();

        void choose(UUID reseller, Branding branding) {
            chosen.put(reseller, branding);
        }

        @Override
        public Optional<Branding> of(UUID reseller) {
            return Optional.ofNullable(chosen.get(reseller));
        }
    }

    static final class Refusals {

        final List<LetterRefused> heard = new CopyOnWriteArrayList<>();

        @EventListener
        void on(LetterRefused refused) {
            heard.add(refused);
        }
    }
}
