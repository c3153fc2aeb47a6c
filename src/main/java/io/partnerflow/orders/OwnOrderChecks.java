package io.partnerflow.orders;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.ResellerTerms;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.RegistrationNumber;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.shared.VendorLanguage;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The checks of PA-8 that orders can answer themselves. */
@Configuration(proxyBeanMethods = false)
class OwnOrderChecks {

    private final MessageSource messages;
    private final Locale staff;

    OwnOrderChecks(MessageSource messages, VendorLanguage staff) {
        this.messages = messages;
        this.staff = staff.locale();
    }

    @Bean
    OrderCheck resellerActive(Resellers resellers) {
        return check(
                1,
                "reseller-active",
                order -> resellers
                        .terms(order.reseller(), order.programme())
                        .filter(ResellerTerms::active)
                        .map(terms -> passed("reseller-active", terms.tier(), terms.partnerDiscount()))
                        .orElseGet(() -> failed("reseller-active")));
    }

    @Bean
    OrderCheck customerNumberValid(Organisations organisations) {
        return check(2, "customer-number-valid", order -> {
            var customer = organisations.get(order.customer());
            var valid = RegistrationNumber.parse(customer.country(), customer.registrationNumber())
                    .isPresent();
            return answer(valid, "customer-number-valid", customer.registrationNumber(), customer.country());
        });
    }

    @Bean
    OrderCheck customerOurs(Resellers resellers) {
        return check(3, "customer-ours", order -> {
            var primary = resellers.primaryOf(order.customer());
            return answer(primary.isEmpty() || primary.get().equals(order.reseller()), "customer-ours");
        });
    }

    @Bean
    OrderCheck noSecondOrder(OpenOrders open) {
        return check(
                7,
                "no-second-order",
                order -> open.find(order.customer(), order.programme(), order.number())
                        .map(other -> failed("no-second-order", other))
                        .orElseGet(() -> passed("no-second-order")));
    }

    @Bean
    OrderCheck pricesOfTheDay(
            Catalogue catalogue, VendorCalendar calendar, CustomerOrders orders, OrderRecords records) {
        return check(6, "prices-of-the-day", order -> {
            var frozen = records.thawed(orders.get(order.number()).estimate());
            var today = calendar.today();
            var same = frozen.products().stream()
                    .allMatch(product -> catalogue
                            .price(product, order.price().annualNet().currencyCode(), today, order.termMonths())
                            .validFrom()
                            .isBefore(frozen.orderDate().plusDays(1)));
            return answer(true, same ? "prices-of-the-day" : "prices-of-the-day.newer", frozen.orderDate());
        });
    }

    private OrderCheck.Answer passed(String key, Object... args) {
        return answer(true, key, args);
    }

    private OrderCheck.Answer failed(String key, Object... args) {
        return answer(false, key, args);
    }

    private OrderCheck.Answer answer(boolean passed, String key, Object... args) {
        var text = "order-check.%s.%s".formatted(key, passed ? "passed" : "failed");
        return new OrderCheck.Answer(passed, messages.getMessage(text, args, staff));
    }

    private static OrderCheck check(int position, String name, Function<OrderView, OrderCheck.Answer> question) {
        return new OrderCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int position() {
                return position;
            }

            @Override
            public Answer answer(OrderView order) {
                return question.apply(order);
            }
        };
    }
}
