package io.partnerflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PartnerflowTest
class StartsTest {

    @Autowired
    JdbcClient database;

    @Test
    void keepsItsOwnTablesApartFromTheEngines() {
        assertThat(database.sql(
                                "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public' AND table_name LIKE 'act_%'")
                        .query(Long.class)
                        .single())
                .isGreaterThan(30);
        assertThat(database.sql("SELECT table_schema FROM information_schema.tables WHERE table_name = 'organisation'")
                        .query(String.class)
                        .list())
                .containsExactly("partnerflow");
    }
}
