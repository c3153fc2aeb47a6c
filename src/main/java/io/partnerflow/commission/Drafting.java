package io.partnerflow.commission;

import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.pricing.Kickback;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Turns earned months into statements: the table says the rate, pricing does the arithmetic, words explain it. */
@Component
class Drafting {

    private final DraftRows rows;
    private final NumberSeries numbers;
    private final KickbackRates rates;
    private final Programmes programmes;
    private final Organisations organisations;
    private final CommissionWords words;

    Drafting(
            DraftRows rows,
            NumberSeries numbers,
            KickbackRates rates,
            Programmes programmes,
            Organisations organisations,
            CommissionWords words) {
        this.rows = rows;
        this.numbers = numbers;
        this.rates = rates;
        this.programmes = programmes;
        this.organisations = organisations;
        this.words = words;
    }

    /** @param months oldest first, so that a credit note finds the rate its invoice has earned at */
    List<Draft> of(List<EarnedMonth> months) {
        var languages = languages(months);
        var earnedAt = new HashMap<String, Percentage>();
        var drafts = new ArrayList<Draft>();
        for (var month : months) {
            var draft = draft(withRates(month, earnedAt), languages.get(month.reseller()));
            draft.lines().forEach(line -> earnedAt.put(line.document().number(), line.rate()));
            drafts.add(draft);
        }
        return drafts;
    }

    private Map<UUID, Locale> languages(List<EarnedMonth> months) {
        var resellers = months.stream().map(EarnedMonth::reseller).distinct().toList();
        return organisations.get(resellers).stream()
                .collect(Collectors.toMap(Party::id, party -> Locale.forLanguageTag(party.language())));
    }

    private static EarnedMonth withRates(EarnedMonth month, Map<String, Percentage> earnedAt) {
        return new EarnedMonth(
                month.reseller(),
                month.programme(),
                month.currency(),
                month.month(),
                month.documents().stream()
                        .map(document -> document.earnedAt(earnedAt.get(document.credits())))
                        .toList());
    }

    private Draft draft(EarnedMonth earned, Locale language) {
        var policy = programmes.get(earned.programme());
        var number = numbers.next("ST");
        var rate = rates.of(number, earned.programme(), earned.net());
        var carryIn = rows.takeCarry(number, earned.reseller(), earned.programme(), earned.currency());
        var documents = earned.documents().stream()
                .map(EarnedMonth.Document::forKickback)
                .toList();
        var month = Kickback.of(earned.month(), rate, documents, carryIn)
                .paidFrom(Money.rounded(PayoutTerms.of(policy).threshold(), carryIn.currency()));
        return new Draft(number, earned, policy.version(), rate, carryIn, month, lines(earned, rate, month, language));
    }

    private List<Draft.Line> lines(EarnedMonth earned, Percentage ofMonth, Kickback month, Locale language) {
        return IntStream.range(0, earned.documents().size())
                .mapToObj(i -> {
                    var document = earned.documents().get(i);
                    var rate = document.earnedAt() == null ? ofMonth : document.earnedAt();
                    return new Draft.Line(
                            document, rate, month.lines().get(i), words.formula(language, document, rate));
                })
                .toList();
    }
}
