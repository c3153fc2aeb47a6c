package io.partnerflow.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Products and price lists as the vendor writes them down, one file per programme. */
@Component
class PriceListFiles {

    /** One file. */
    record PriceBook(
            @NotNull String programme,
            @NotEmpty List<@Valid Item> products,
            @NotEmpty List<@Valid PriceList> priceLists) {}

    record Item(
            @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String code,
            @NotNull String name,
            Map<String, String> names,
            @NotNull Product.Unit unit,
            Product.Supply supply,

            @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") @Nullable
            String deviceType,

            Product.Category category,
            @PositiveOrZero int storageMedia) {

        Item {
            names = names == null ? Map.of() : names;
            supply = supply == null ? Product.Supply.SERVICE : supply;
            category = category == null ? Product.Category.SOFTWARE : category;
        }
    }

    /** @param termMonths the term the prices are for; 0 for every term */
    record PriceList(
            @NotNull LocalDate validFrom,
            @PositiveOrZero int termMonths,
            @Pattern(regexp = "[A-Z]{3}") String currency,
            @NotEmpty Map<String, BigDecimal> prices) {}

    private final Resource[] files;

    PriceListFiles(@Value("${partnerflow.catalogue.location:classpath*:catalogue/*.yaml}") Resource[] files) {
        this.files = files;
    }

    List<PriceBook> read() {
        var books = new ArrayList<PriceBook>();
        for (var file : files) {
            books.add(read(file));
        }
        return books;
    }

    private static PriceBook read(Resource file) {
        try {
            var sources = new MutablePropertySources();
            new YamlPropertySourceLoader().load(file.getFilename(), file).forEach(sources::addLast);
            return new Binder(
                            ConfigurationPropertySources.from(sources),
                            null,
                            ApplicationConversionService.getSharedInstance(),
                            null)
                    .bind(
                            "catalogue",
                            Bindable.of(PriceBook.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                    .get();
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("price list %s cannot be read".formatted(file.getFilename()), e);
        }
    }
}
