package io.partnerflow.reconciliation;

import io.partnerflow.engine.TaskBriefing;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the billing desk sees of a difference. */
@Component
class ClarifyDifferenceBriefing implements TaskBriefing {

    private final DifferenceRows rows;
    private final DifferenceWords words;
    private final JdbcClient database;

    ClarifyDifferenceBriefing(DifferenceRows rows, DifferenceWords words, JdbcClient database) {
        this.rows = rows;
        this.words = words;
        this.database = database;
    }

    @Override
    public String task() {
        return "reconciliation-case.clarify-difference";
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var difference = rows.get(businessKey);
        var facts = new LinkedHashMap<String, String>();
        facts.put("caseNumber", difference.number());
        facts.put("contract", difference.subject());
        facts.put("customer", customer(difference));
        facts.put("difference", words.difference(difference));
        facts.put("advice", words.advice(difference));
        facts.put("lastCheck", words.lastCheck(difference));
        return facts;
    }

    private String customer(Difference difference) {
        return database.sql("""
                        SELECT o.name FROM organisation o WHERE o.id IN (
                            SELECT s.customer_id FROM subscription s WHERE s.number = :contract
                            UNION SELECT i.customer_id FROM invoice i WHERE i.number = :contract)""")
                .param("contract", difference.contract())
                .query(String.class)
                .optional()
                .orElse("");
    }
}
