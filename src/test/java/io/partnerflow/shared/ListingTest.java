package io.partnerflow.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ListingTest {

    private static final Map<String, String> SORTS = Map.of("number", "o.number", "-number", "o.number DESC");

    private static Listing list(String sort, String search) {
        return Listing.of("offer o", new Paging(2, 25, sort, search)).where("o.reseller_id = :reseller", "reseller", 7);
    }

    @Test
    void chooses_from_one_table_and_joins_what_is_chosen() {
        var list = list(null, "").where("o.status = :status", "status", null).sorted(SORTS, "-number");
        assertThat(list.rows("o.number, c.name", "JOIN organisation c ON c.id = o.customer_id"))
                .isEqualTo("SELECT o.number, c.name FROM (SELECT o.* FROM offer o WHERE o.reseller_id = :reseller"
                        + " ORDER BY o.number DESC LIMIT :size OFFSET :offset) o"
                        + " JOIN organisation c ON c.id = o.customer_id ORDER BY o.number DESC");
        assertThat(list.count())
                .isEqualTo(
                        "SELECT count(*) FROM (SELECT 1 FROM offer o WHERE o.reseller_id = :reseller LIMIT 10001) counted");
        assertThat(list.params())
                .containsOnly(Map.entry("reseller", 7), Map.entry("size", 25), Map.entry("offset", 50L));
    }

    @Test
    void wants_every_word_and_takes_wildcards_for_letters() {
        var list = list("number", "  Å 50%_berg  ").searched("o.search").sorted(SORTS, "-number");
        assertThat(list.count())
                .contains("o.reseller_id = :reseller AND o.search LIKE :word0 AND o.search LIKE :word1");
        assertThat(list.params()).containsEntry("word0", "% å%").containsEntry("word1", "%50\\%\\_berg%");
    }

    @Test
    void names_what_it_can_be_sorted_by() {
        assertThatThrownBy(() -> list("price", "").sorted(SORTS, "number"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .containsExactly(Invalid.Field.of("sort", "sort-unknown", null, "number")
                                        .rejecting("price")));
    }
}
