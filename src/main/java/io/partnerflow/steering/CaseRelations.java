package io.partnerflow.steering;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.partnerflow.steering.RelatedNumbers.Related;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What else there is of the same business, with the ways there. */
@Component
@Order(1)
class CaseRelations implements CasePart {

    private final RelatedNumbers related;

    CaseRelations(RelatedNumbers related) {
        this.related = related;
    }

    @Override
    public String fragment() {
        return "staff/case-parts :: related";
    }

    @Override
    public @Nullable Object of(String number, Locale language) {
        var found = related.to(number);
        return found.isEmpty()
                ? null
                : found.stream()
                        .collect(groupingBy(Related::kind, LinkedHashMap::new, mapping(Related::number, toList())));
    }
}
