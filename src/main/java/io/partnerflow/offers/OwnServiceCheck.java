package io.partnerflow.offers;

import io.partnerflow.offers.OfferView.OwnService;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Typed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the services a reseller adds to a bundle (W-03). */
final class OwnServiceCheck {

    static final int MOST = 50;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_PIECES = 10_000;
    private static final int DECIMALS = 2;
    private static final BigDecimal MOST_MONEY = new BigDecimal("1000000");

    private final Invalid.Collector problems;

    OwnServiceCheck(Invalid.Collector problems) {
        this.problems = problems;
    }

    List<OwnService> check(List<WantedOffer.Service> wanted, String currency) {
        if (wanted.size() > MOST) {
            problems.reject("ownServices", "own-services-count", wanted.size(), MOST);
        }
        var services = new ArrayList<OwnService>();
        for (var index = 0; index < Math.min(wanted.size(), MOST); index++) {
            services.add(check(index, wanted.get(index), currency));
        }
        return services;
    }

    private OwnService check(int index, WantedOffer.Service service, String currency) {
        var field = "ownServices[%d].".formatted(index);
        var name = Typed.line(field + "name", service.name(), LONGEST_NAME, problems);
        var quantity = quantity(field + "quantity", service.quantity());
        if ((service.monthly() == null) == (service.once() == null)) {
            problems.reject(field + "monthly", "own-service-price", service.monthly());
        }
        return new OwnService(
                index + 1,
                name,
                quantity,
                money(field + "monthly", service.monthly(), currency),
                money(field + "once", service.once(), currency));
    }

    private int quantity(String field, @Nullable Integer quantity) {
        if (quantity == null) {
            problems.reject(field, "required", null);
            return 1;
        }
        if (quantity < 1) {
            problems.reject(field, "too-small", quantity, 1, MOST_PIECES);
        } else if (quantity > MOST_PIECES) {
            problems.reject(field, "too-large", quantity, 1, MOST_PIECES);
        }
        return quantity;
    }

    private @Nullable Money money(String field, @Nullable BigDecimal amount, String currency) {
        if (amount == null) {
            return null;
        }
        if (amount.signum() < 0
                || amount.compareTo(MOST_MONEY) > 0
                || amount.stripTrailingZeros().scale() > DECIMALS) {
            problems.reject(field, "own-service-amount", amount.toPlainString(), MOST_MONEY.toPlainString());
            return null;
        }
        return Money.of(amount, currency);
    }
}
