package io.partnerflow.portal;

import io.partnerflow.shared.Languages;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param product       name of the product
 * @param user          who is logged in; null for nobody
 * @param organisations those the user may act for
 * @param navigation    the main places
 * @param own           places that are about the user, in the user's menu
 * @param footer        places everybody may read
 * @param path          of the page that is open
 * @param query         of its address; empty for none
 * @param behalf        through whom the user acts; null where it acts for an organisation of its own
 */
public record Shell(
        String product,
        @Nullable User user,
        List<Organisation> organisations,
        List<Group> navigation,
        List<Item> own,
        List<Item> footer,
        @Nullable Behalf behalf,
        String path,
        String query) {

    /** Around a page that nobody opens on behalf of somebody. */
    public Shell(
            String product,
            @Nullable User user,
            List<Organisation> organisations,
            List<Group> navigation,
            List<Item> own,
            List<Item> footer) {
        this(product, user, organisations, navigation, own, footer, null, "", "");
    }

    /**
     * That the user acts for an organisation it does not belong to.
     *
     * @param organisation     for whom
     * @param reseller         through whose link
     * @param resellerId       to go back to
     * @param role             what it may do there: VIEW, ORDER, BILLING or ADMIN
     */
    public record Behalf(String organisation, String reseller, String resellerId, String role) {}

    /** Name of the place that is open; null where it is none of the main ones. */
    public @Nullable String here() {
        return navigation.stream()
                .flatMap(group -> group.items().stream())
                .filter(Item::current)
                .map(Item::label)
                .findFirst()
                .orElse(null);
    }

    /** Where the page is found again. */
    public String address() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Every language's own name by its code. */
    public Map<String, String> languages() {
        return Languages.names();
    }

    public record User(String name, String email) {}

    public record Organisation(String id, String name, boolean current) {}

    /**
     * Places that belong together.
     *
     * @param label null for the first, which needs none
     */
    public record Group(@Nullable String label, List<Item> items) {}

    /**
     * A place one can go to; also a tab.
     *
     * @param count how many are there, null for not said
     */
    public record Item(
            String label,
            String path,
            boolean current,
            @Nullable Long count) {}

    /**
     * A step of something that takes time.
     *
     * @param state {@code done}, {@code now}, {@code next} or {@code failed}
     * @param when  in words, null for not yet
     */
    public record Step(String state, String label, @Nullable String when) {}

    /**
     * What the last click did, said once at the top of the next page.
     *
     * @param tone {@code good}, {@code warn}, {@code bad} or {@code info}
     */
    public record Flash(String tone, String text) implements java.io.Serializable {}
}
