package io.partnerflow.orders;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Period;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which of a reseller's orders are wanted.
 *
 * @param programme its code; empty for all
 * @param started the days on one of which they were started, where the vendor is; null for any
 */
public record OrderFilter(
        Tab tab, String programme, @Nullable Period started) {

    /** How far they have come. */
    public enum Tab {
        /** The reseller has something to do. */
        WAITING("EXISTS (SELECT 1 FROM order_waiting_for_reseller w WHERE w.order_number = o.number)"
                + " AND o.status IN ('STARTED', 'REGISTERED', 'ACTIVE', 'CANCELLING')"),
        /** Not done yet, whoever has to do something. */
        OPEN("o.status IN ('STARTED', 'REGISTERED', 'ACTIVE', 'CANCELLING')"),
        COMPLETED("o.status = 'COMPLETED'"),
        /** Nothing came of them. */
        ENDED("o.status IN ('REJECTED', 'DECLINED', 'CANCELLED', 'LAPSED')"),
        ALL("true");

        /** Of {@code customer_order o}; literally what the partial indexes say, so that they serve. */
        final String condition;

        Tab(String condition) {
            this.condition = condition;
        }

        /** As addresses have it, such as {@code waiting}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * @param text in lower case, as in an address
         * @throws Invalid naming {@code tab} if it is none of them
         */
        public static Tab of(String text) {
            return Arrays.stream(values())
                    .filter(one -> one.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> Invalid.field("tab", "order-tab", null, "waiting, open, completed, ended, all"));
        }
    }

    /** All of them. */
    public static OrderFilter all() {
        return new OrderFilter(Tab.ALL, "", null);
    }

    /** The same of another tab. */
    public OrderFilter in(Tab other) {
        return new OrderFilter(other, programme, started);
    }
}
