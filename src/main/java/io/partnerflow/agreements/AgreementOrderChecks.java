package io.partnerflow.agreements;

import io.partnerflow.orders.OrderCheck;
import io.partnerflow.orders.OrderView;
import io.partnerflow.shared.VendorLanguage;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** PA-8: agreement present and signed; order data equals agreement. */
@Configuration(proxyBeanMethods = false)
class AgreementOrderChecks {

    private final MessageSource messages;
    private final Locale staff;

    AgreementOrderChecks(MessageSource messages, VendorLanguage staff) {
        this.messages = messages;
        this.staff = staff.locale();
    }

    @Bean
    OrderCheck agreementSigned(Agreements agreements) {
        return new Check(4, "agreement-signed", agreements) {
            @Override
            Answer of(Agreement agreement, OrderView order) {
                var concluded = agreement.status() == AgreementStatus.CONCLUDED;
                return said(concluded, name(), agreement.view().round(), how(agreement.view()));
            }
        };
    }

    @Bean
    OrderCheck agreementMatches(Agreements agreements) {
        return new Check(5, "agreement-matches", agreements) {
            @Override
            Answer of(Agreement agreement, OrderView order) {
                return said(agreement.says(AgreementPaper.content(order)), name());
            }
        };
    }

    private String how(AgreementView agreement) {
        return agreement.how() == null ? "" : messages.getMessage("agreement.signed." + agreement.how(), null, staff);
    }

    private OrderCheck.Answer said(boolean passed, String name, Object... args) {
        var key = "order-check.%s.%s".formatted(name, passed ? "passed" : "failed");
        return new OrderCheck.Answer(passed, messages.getMessage(key, args, staff));
    }

    private abstract class Check implements OrderCheck {

        private final int position;
        private final String name;
        private final Agreements agreements;

        Check(int position, String name, Agreements agreements) {
            this.position = position;
            this.name = name;
            this.agreements = agreements;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int position() {
            return position;
        }

        /** Where nobody has to sign there is nothing to find wrong. */
        @Override
        public Answer answer(OrderView order) {
            Optional<Agreement> agreement = agreements.findByOrderNumber(order.number());
            return agreement.isEmpty() && order.signatory() == null
                    ? said(true, "agreement-not-needed")
                    : agreement.map(known -> of(known, order)).orElseGet(() -> said(false, "agreement-missing"));
        }

        abstract Answer of(Agreement agreement, OrderView order);
    }
}
