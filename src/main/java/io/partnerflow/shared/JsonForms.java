package io.partnerflow.shared;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/**
 * How shared values look in JSON, where amounts are text so that no reader makes them floating point: money as {@code
 * {"amount": "1234.50", "currency": "SEK"}}, a percentage as {@code "12.5"}, an address as its text.
 */
public final class JsonForms extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public JsonForms() {
        super("partnerflow");
        addSerializer(Money.class, new MoneyWriter());
        addDeserializer(Money.class, new MoneyReader());
        addSerializer(Percentage.class, new TextWriter<>(Percentage.class));
        addDeserializer(Percentage.class, new PercentageReader());
        addSerializer(EmailAddress.class, new TextWriter<>(EmailAddress.class));
    }

    private static final class MoneyWriter extends StdSerializer<Money> {

        private static final long serialVersionUID = 1L;

        MoneyWriter() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("amount", money.amount().toPlainString());
            json.writeStringField("currency", money.currencyCode());
            json.writeEndObject();
        }
    }

    private static final class MoneyReader extends StdDeserializer<Money> {

        private static final long serialVersionUID = 1L;

        MoneyReader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser json, DeserializationContext context) throws IOException {
            var parts = context.readTree(json);
            return Money.of(
                    parts.required("amount").asText(),
                    parts.required("currency").asText());
        }
    }

    private static final class PercentageReader extends StdDeserializer<Percentage> {

        private static final long serialVersionUID = 1L;

        PercentageReader() {
            super(Percentage.class);
        }

        @Override
        public Percentage deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Percentage.of(json.getText());
        }
    }

    private static final class TextWriter<T> extends StdSerializer<T> {

        private static final long serialVersionUID = 1L;

        TextWriter(Class<T> type) {
            super(type);
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.toString());
        }
    }
}
