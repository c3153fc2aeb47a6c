package io.partnerflow.vectors;

import static io.partnerflow.vectors.VectorRow.answer;

import io.partnerflow.pricing.Cancellation;
import io.partnerflow.pricing.Deadlines;
import io.partnerflow.pricing.Instalment;
import io.partnerflow.pricing.SeatCoverage;
import io.partnerflow.pricing.SeatReduction;
import io.partnerflow.pricing.Start;
import io.partnerflow.pricing.Term;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.ReadPolicy;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Start, notice, reduction and renewal of a term, with the deadlines of the seats programme. */
final class TermOps {

    private static final ProgrammePolicy.Deadlines POLICY =
            ReadPolicy.from("vectors/programmes/airthings.yaml").deadlines();
    private static final Currency CURRENCY = Currency.getInstance(VectorRow.CURRENCY);

    static final Map<String, Function<VectorRow, Map<String, @Nullable Object>>> ALL = Map.of(
            "startDate", TermOps::startDate,
            "cancel", TermOps::cancel,
            "reduceSeats", TermOps::reduceSeats,
            "windowCompare", TermOps::windowCompare,
            "renewals", TermOps::renewals,
            "seatCoverage", TermOps::seatCoverage);

    private TermOps() {}

    private static Deadlines deadlines(LocalDate renewalDate) {
        return Deadlines.of(renewalDate, POLICY.noticeDays(), POLICY.reductionWindowMonths());
    }

    private static Map<String, @Nullable Object> startDate(VectorRow row) {
        var term = Term.first(row.day("startDate"), row.number("termMonths"));
        var orderDate = row.day("orderDate");
        var all = Instalment.of(term, DateOps.step(row), List.of(row.money("annualNet")), orderDate);
        var limits = new Start.Limits(row.number("maxBackdateMonths"), POLICY.noticeDays(), Start.Backdated.CATCH_UP);
        var start = Start.of(term, all, orderDate, limits);
        if (!start.accepted()) {
            return answer("accepted", false, "reason", start.outcome());
        }
        return answer(
                "accepted", true,
                "status", start.outcome(),
                "firstInvoiceDate", start.firstInvoice().get(0).issueDate(),
                "linesOnFirstInvoice", start.firstInvoice().size(),
                "firstInvoiceNet", Instalment.total(start.firstInvoice()),
                "nextInvoiceDate", start.nextInvoiceDate(),
                "renewalDate", term.renewalDate(),
                "noticeStillPossible", start.noticeInTime(),
                "totalContract", Instalment.total(all));
    }

    private static Map<String, @Nullable Object> cancel(VectorRow row) {
        var renewed = Term.first(row.day("renewalDate"), row.number("renewalTermMonths"));
        var cancellation = Cancellation.of(renewed, row.day("noticeReceived"), row.number("noticeDays"));
        return answer(
                "lastNoticeDay", cancellation.lastDayForNotice(),
                "inTime", cancellation.inTime(),
                "contractEnds", cancellation.contractEnds(),
                "lastServiceDay", cancellation.lastServiceDay(),
                "renews", cancellation.renews(),
                "refund", cancellation.refund(CURRENCY));
    }

    private static Map<String, @Nullable Object> reduceSeats(VectorRow row) {
        var deadlines = deadlines(row.day("renewalDate"));
        var reduction = SeatReduction.of(deadlines, row.day("requested"), row.number("seats"), row.number("remove"));
        return answer(
                "windowStart", deadlines.reductionWindowStart(),
                "lastAllowedDay", deadlines.lastDayForReduction(),
                "accepted", reduction.accepted(),
                "effective", reduction.effective(),
                "seatsUntilRenewal", reduction.seatsUntilRenewal(),
                "seatsAfterRenewal", reduction.seatsAfterRenewal(),
                "credit", reduction.credit(CURRENCY),
                "reason", inTheRowsWords(reduction.outcome()));
    }

    private static String inTheRowsWords(SeatReduction.Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> "OK";
            case WINDOW_CLOSED -> "INSIDE_3_MONTHS";
            default -> outcome.name();
        };
    }

    private static Map<String, @Nullable Object> windowCompare(VectorRow row) {
        var deadlines = deadlines(row.day("renewalDate"));
        return answer(
                "reduceAllowed", deadlines.allowsReductionOn(row.day("day")),
                "cancelAllowed", deadlines.allowsNoticeOn(row.day("day")));
    }

    private static Map<String, @Nullable Object> renewals(VectorRow row) {
        var first = Term.first(row.day("start"), row.number("termMonths"));
        var renewalDates = Stream.iterate(first, term -> term.next(row.number("renewalTermMonths")))
                .limit(row.number("count"))
                .map(Term::renewalDate)
                .toList();
        return answer(
                "renewalDates",
                renewalDates,
                "noticeDeadlines",
                renewalDates.stream()
                        .map(day -> deadlines(day).lastDayForNotice())
                        .toList());
    }

    private static Map<String, @Nullable Object> seatCoverage(VectorRow row) {
        var coverage = SeatCoverage.of(row.counts("seats"), row.counts("devices"));
        return answer(
                "covered", coverage.covered(),
                "missing",
                        coverage.missing().entrySet().stream()
                                .map(entry -> entry.getKey() + ":" + entry.getValue())
                                .toList());
    }
}
