package io.partnerflow.subscriptions;

import io.partnerflow.shared.Invalid;
import java.util.Arrays;
import java.util.Locale;

/**
 * Which of a reseller's contracts are wanted.
 *
 * @param programme its code; empty for all
 */
public record SubscriptionFilter(Tab tab, String programme) {

    /** How it stands with them. */
    public enum Tab {
        RUNNING("s.status = 'ACTIVE'"),
        /** Running, and their last day is fixed. */
        ENDING("s.status = 'ACTIVE' AND s.ends_on IS NOT NULL"),
        ENDED("s.status <> 'ACTIVE'"),
        ALL("true");

        /** Of {@code subscription s}; literally what the partial indexes say, so that they serve. */
        final String condition;

        Tab(String condition) {
            this.condition = condition;
        }

        /** As addresses have it, such as {@code running}. */
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
                    .orElseThrow(() -> Invalid.field("tab", "subscription-tab", null, "running, ending, ended, all"));
        }
    }

    /** The same of another tab. */
    public SubscriptionFilter in(Tab other) {
        return new SubscriptionFilter(other, programme);
    }
}
