package io.partnerflow.payments;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import io.partnerflow.engine.TaskBriefing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the billing desk sees of a movement it decides on: what the bank says, what we found, what is owed. */
@Component
class DecidePaymentBriefing implements TaskBriefing {

    private static final int MOST_INVOICES = 20;

    private final QuestionRows rows;
    private final Candidates candidates;
    private final Receivables receivables;
    private final PaymentWords words;

    DecidePaymentBriefing(QuestionRows rows, Candidates candidates, Receivables receivables, PaymentWords words) {
        this.rows = rows;
        this.candidates = candidates;
        this.receivables = receivables;
        this.words = words;
    }

    @Override
    public String task() {
        return "payment-matching.decide-payment";
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var question = rows.get(businessKey);
        var formats = words.formats();
        var facts = new LinkedHashMap<String, String>();
        facts.put("paymentNumber", question.number());
        facts.put("statement", question.statement());
        facts.put("bookedOn", formats.date(question.bookedOn()));
        facts.put("amount", formats.money(question.amount()));
        facts.put("rest", formats.money(question.rest()));
        facts.put("payer", requireNonNullElse(question.payer(), ""));
        facts.put("payerAccount", requireNonNullElse(question.payerAccount(), ""));
        facts.put("text", question.text());
        facts.put("finding", words.finding(question.finding()));
        facts.put("invoices", invoices(question));
        facts.put("problem", requireNonNullElse(question.problem(), ""));
        return facts;
    }

    /** Those it names or fits; otherwise what is open of its payer. */
    private String invoices(Question question) {
        var fitting = candidates.of(List.of(question.entry())).getOrDefault(question.entry(), List.of()).stream()
                .map(Candidate::receivable)
                .toList();
        var shown = fitting.isEmpty()
                ? rows.payerOf(question).map(receivables::openOf).orElse(List.of())
                : fitting;
        return shown.stream().limit(MOST_INVOICES).map(words::line).collect(joining("\n"));
    }
}
