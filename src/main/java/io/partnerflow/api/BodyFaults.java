package io.partnerflow.api;

import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.partnerflow.shared.Invalid;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** What exactly is wrong with a body that could not be read. */
final class BodyFaults {

    private BodyFaults() {}

    static RuntimeException of(HttpMessageNotReadableException unreadable) {
        var unknown = cause(unreadable, UnrecognizedPropertyException.class);
        if (unknown.isPresent()) {
            return Invalid.field(path(unknown.get()), "unknown-member", "invalid.unknown-member");
        }
        var broken = cause(unreadable, StreamReadException.class).filter(e -> !(e instanceof InputCoercionException));
        if (broken.isPresent()) {
            var twice = broken.get().getOriginalMessage().startsWith("Duplicate field");
            return new RefusedCall(400, twice ? "duplicate-member" : "malformed-body");
        }
        return cause(unreadable, JsonMappingException.class)
                .filter(unfit -> !unfit.getPath().isEmpty())
                .<RuntimeException>map(BodyFaults::wrongKind)
                .orElseGet(() -> new RefusedCall(400, "malformed-body"));
    }

    private static Invalid wrongKind(JsonMappingException unfit) {
        var sent = unfit instanceof InvalidFormatException format ? format.getValue() : null;
        var problems = new Invalid.Collector().reject(path(unfit), "wrong-kind", sent);
        return new Invalid(problems.fields());
    }

    /** {@code lines[0].quantity} */
    private static String path(JsonMappingException unfit) {
        return unfit.getPath().stream()
                .map(step ->
                        step.getFieldName() == null ? "[%d]".formatted(step.getIndex()) : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> wanted) {
        return Stream.<Throwable>iterate(thrown, e -> e != null, Throwable::getCause)
                .filter(wanted::isInstance)
                .map(wanted::cast)
                .findFirst();
    }
}
