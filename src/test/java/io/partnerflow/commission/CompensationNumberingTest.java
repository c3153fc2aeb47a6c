package io.partnerflow.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.commission.CompensationDocument.Kind;
import io.partnerflow.documents.Vendor;
import io.partnerflow.numbering.LegalSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The numbers of self-billed documents have legal force as those of invoices have. */
@PartnerflowTest
class CompensationNumberingTest {

    private static final int WRITERS = 16;
    private static final int DOCUMENTS_EACH = 12;
    private static final List<Integer> YEARS = List.of(2051, 2052);

    @Autowired
    CompensationNumbers numbers;

    @Autowired
    LegalSeries legal;

    @Autowired
    Vendor vendor;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @EnumSource
    void sixteenWritersAtTheTurnOfTheYearLeaveNoGapAndNoDoubleInEither(Kind kind) throws Exception {
        var threads = Executors.newFixedThreadPool(WRITERS);
        var given = new ArrayList<String>();
        try {
            var work = IntStream.range(0, WRITERS)
                    .<Callable<List<String>>>mapToObj(writer -> () -> write(kind, writer))
                    .toList();
            for (var one : threads.invokeAll(work)) {
                given.addAll(one.get());
            }
        } finally {
            threads.shutdown();
        }
        for (var year : YEARS) {
            var series = (kind == Kind.SELF_BILLED ? "SB-%d-" : "SC-%d-").formatted(year);
            var serials = given.stream()
                    .filter(number -> number.startsWith(series))
                    .sorted()
                    .map(number -> Integer.valueOf(number.substring(series.length())))
                    .toList();
            assertThat(serials)
                    .hasSize(WRITERS * DOCUMENTS_EACH / 3)
                    .isEqualTo(IntStream.rangeClosed(1, serials.size()).boxed().toList());
        }
    }

    @Test
    void aSeriesNeverGoesOnUnderAnotherLegalEntity() {
        transaction.execute(step -> numbers.next(Kind.SELF_BILLED, LocalDate.of(2053, 5, 1)));
        var successors = new LegalSeries.Series("SB", "556000-0001", "partnerflow.commission.self-billed-series");

        assertThatThrownBy(() -> transaction.execute(step -> legal.next(successors, LocalDate.of(2053, 5, 2))))
                .hasMessageContaining("begun by legal entity " + vendor.registrationNumber())
                .hasMessageContaining("partnerflow.commission.self-billed-series");
    }

    /** Every third one gives up after it has its number; the years take turns. */
    private List<String> write(Kind kind, int writer) {
        var kept = new ArrayList<String>();
        for (var document = 0; document < DOCUMENTS_EACH; document++) {
            var givesUp = (writer + document) % 3 == 0;
            var day = LocalDate.of(YEARS.get(document % 2), document % 2 == 0 ? 12 : 1, document % 2 == 0 ? 31 : 1);
            var number = transaction.execute(step -> {
                if (givesUp) {
                    step.setRollbackOnly();
                }
                return numbers.next(kind, day);
            });
            if (!givesUp) {
                kept.add(number);
            }
        }
        return kept;
    }
}
