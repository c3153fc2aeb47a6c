package io.partnerflow.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A real PostgreSQL, unpacked and started with the application, its files under {@code partnerflow.data-dir}. Durable: a
 * committed order survives {@code kill -9} of application and server.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${spring.datasource.url:}'.isEmpty()")
class EmbeddedDatabase {

    private static final String DATABASE = "postgres";

    @Bean
    DataDirectory dataDirectory(@Value("${partnerflow.data-dir}") Path directory) throws IOException {
        return DataDirectory.hold(directory);
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(
            DataDirectory directory, @Value("${partnerflow.database.fsync:on}") String fsync) {
        try {
            var data = directory.path().resolve("pg17");
            new LeftoverServer(data).stop();
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(
                            directory.path().resolve("pg17-program").toFile())
                    .setRegisterShutdownHook(false) // the bean closes after the connection pool
                    .setPGStartupWait(Duration.ofSeconds(90))
                    .setServerConfig("fsync", fsync)
                    .setServerConfig("synchronous_commit", fsync)
                    .setServerConfig("full_page_writes", fsync)
                    .setServerConfig("max_connections", "50")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("timezone", "UTC")
                    .setServerConfig("statement_timeout", "60s")
                    .setServerConfig("lock_timeout", "10s")
                    .setServerConfig("idle_in_transaction_session_timeout", "60s")
                    .setLocaleConfig("encoding", "UTF8")
                    .setLocaleConfig("locale-provider", "icu")
                    .setLocaleConfig("icu-locale", "und")
                    .setLocaleConfig("lc-messages", "C")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded database under " + directory.path() + " does not start", e);
        }
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedPostgres postgres) {
        LoggerFactory.getLogger(EmbeddedDatabase.class).info("embedded PostgreSQL on port {}", postgres.getPort());
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return DATABASE;
            }

            @Override
            public String getPassword() {
                return DATABASE;
            }

            @Override
            public String getJdbcUrl() {
                return postgres.getJdbcUrl(DATABASE, DATABASE);
            }
        };
    }
}
