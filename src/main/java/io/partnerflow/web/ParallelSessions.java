package io.partnerflow.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Two requests of one session at the same moment may both remember something new; the later one wins, none fails. */
@Configuration(proxyBeanMethods = false)
class ParallelSessions {

    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer laterOneWins() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
