package io.partnerflow.vatids;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partnerflow.shared.VatId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.UUID;

/**
 * For demonstrations and tests: it knows nobody, so it confirms every number whose shape and check digit are right,
 * except those that {@code tax/built-in-register.properties} names. Its receipts say what they are.
 */
class BuiltInVatRegister implements VatRegister {

    private final Properties exceptions = new Properties();

    BuiltInVatRegister() {
        try (var file = BuiltInVatRegister.class.getResourceAsStream("/tax/built-in-register.properties")) {
            exceptions.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String name() {
        return "built-in register (demonstration only)";
    }

    @Override
    public Answer ask(String vatId, String asker) {
        var exception = exceptions.getProperty(vatId, "");
        if (exception.equals("silent")) {
            throw new RegisterSilent("the built-in register plays silent for " + vatId, null);
        }
        var valid = !exception.equals("invalid") && wellFormed(vatId);
        var receipt = "DEMO-" + UUID.nameUUIDFromBytes((vatId + "/" + asker).getBytes(UTF_8));
        return new Answer(valid, receipt, null);
    }

    private static boolean wellFormed(String vatId) {
        var prefix = vatId.substring(0, 2);
        var country =
                switch (prefix) {
                    case "EL" -> "GR";
                    case "XI" -> "GB";
                    default -> prefix;
                };
        return VatId.parse(country, vatId).isPresent();
    }
}
