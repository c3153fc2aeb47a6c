package io.partnerflow.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PagingTest {

    @Test
    void leafs_through_the_first_ten_thousand_rows() {
        assertThat(new Paging(199, 50, null, "").offset()).isEqualTo(9_950);
        assertThat(new Paging(49, 200, null, "").offset()).isEqualTo(9_800);
        assertThat(new Paging(1428, 7, null, "").offset())
                .as("the last page is not full")
                .isEqualTo(9_996);
    }

    @Test
    void says_what_to_do_instead_of_leafing_on() {
        assertThatThrownBy(() -> new Paging(200, 50, null, ""))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields()).singleElement().satisfies(bad -> {
                            assertThat(bad.field()).isEqualTo("page");
                            assertThat(bad.code()).isEqualTo("page-too-far");
                            assertThat(bad.args()).containsExactly(10_000);
                        }));
        assertThatThrownBy(() -> new Paging(Integer.MAX_VALUE, 200, null, "")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Paging(-1, 0, null, "x".repeat(101)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(Invalid.Field::field)
                                .containsExactly("size", "page", "search"));
    }

    @Test
    void counts_exactly_up_to_ten_thousand() {
        var exact = Page.of(List.of("a"), new Paging(0, 1, null, ""), 10_000);
        assertThat(exact.total()).isEqualTo(10_000);
        assertThat(exact.totalExact()).isTrue();
        var more = Page.of(List.of("a"), new Paging(0, 1, null, ""), 25_000);
        assertThat(more.total()).as("at least").isEqualTo(10_001);
        assertThat(more.totalExact()).isFalse();
        assertThat(more.map(String::length).totalExact()).isFalse();
    }

    @Test
    void has_no_page_that_cannot_be_asked_for() {
        assertThat(Page.of(List.of(), new Paging(198, 50, null, ""), 10_001).hasNext())
                .isTrue();
        assertThat(Page.of(List.of(), new Paging(199, 50, null, ""), 10_001).hasNext())
                .isFalse();
        assertThat(Page.of(List.of(), new Paging(0, 50, null, ""), 50).hasNext())
                .isFalse();
        assertThat(Page.of(List.of(), new Paging(0, 50, null, ""), 51).hasNext())
                .isTrue();
    }

    @Test
    void stops_counting_one_further() {
        assertThat(Paging.counted("FROM offer WHERE status = :status"))
                .isEqualTo("SELECT count(*) FROM (SELECT 1 FROM offer WHERE status = :status LIMIT 10001) counted");
    }
}
