package io.partnerflow.catalogue;

import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Names;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.HierarchicalMessageSource;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.stereotype.Component;

/**
 * What the vendor calls its products and programmes, as texts that templates and classes ask for like any other: {@code
 * product.<code>} and {@code programme.<code>}. The bundles are asked first.
 */
@Component
class NamesAsTexts {

    NamesAsTexts(HierarchicalMessageSource bundles, Catalogue catalogue, Programmes programmes) {
        bundles.setParentMessageSource(new Source(catalogue, programmes));
    }

    private static final class Source extends AbstractMessageSource {

        private static final String PRODUCT = "product.";
        private static final String PROGRAMME = "programme.";

        private final Catalogue catalogue;
        private final Programmes programmes;
        private final Map<String, Names> known =
                new ConcurrentHashMap<>(); // loaded at the start, and shown in every row

        Source(Catalogue catalogue, Programmes programmes) {
            this.catalogue = catalogue;
            this.programmes = programmes;
        }

        @Override
        protected @Nullable String resolveCodeWithoutArguments(String key, Locale language) {
            if (key.startsWith(PRODUCT)) {
                var names = known.computeIfAbsent(key.substring(PRODUCT.length()), this::namesOf);
                return names == null ? null : names.in(language);
            }
            return key.startsWith(PROGRAMME) ? programmes.name(key.substring(PROGRAMME.length()), language) : null;
        }

        private @Nullable Names namesOf(String product) {
            return catalogue.find(product).map(Product::names).orElse(null);
        }

        /** Names have no gaps. */
        @Override
        protected @Nullable MessageFormat resolveCode(String key, Locale language) {
            var name = resolveCodeWithoutArguments(key, language);
            return name == null ? null : new MessageFormat("'" + name.replace("'", "''") + "'", language);
        }
    }
}
