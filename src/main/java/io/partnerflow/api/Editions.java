package io.partnerflow.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerflow.shared.NotFound;
import java.lang.reflect.InvocationTargetException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells one edition of an answer from the next by what it says. */
@Component
class Editions {

    private final ObjectMapper json;
    private final JdbcClient database;
    private final BeanFactory controllers;

    Editions(ObjectMapper json, JdbcClient database, BeanFactory controllers) {
        this.json = json;
        this.database = database;
        this.controllers = controllers;
    }

    /** For the header {@code ETag}. */
    String tag(Object answer) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(json.writeValueAsBytes(answer instanceof Editable one ? one.edition() : answer));
            return "\"" + HexFormat.of().formatHex(hash, 0, 16) + "\"";
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes the change if nobody has made another one meanwhile. Of calls that name what they have read, one at a time
     * changes the same thing.
     *
     * @param ifMatch the tags the caller knows
     * @throws RefusedCall 412 {@code changed-since-read}
     */
    @Transactional
    Object change(IfUnchanged reading, Object about, String ifMatch, Supplier<Object> change) {
        database.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param(String.valueOf(about))
                .query((row, number) -> true)
                .single();
        var now = tag(read(reading, about));
        var known = Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals(now) || tag.equals("*"));
        if (!known) {
            throw new RefusedCall(412, "changed-since-read");
        }
        return change.get();
    }

    private Object read(IfUnchanged reading, Object about) {
        var method = Arrays.stream(reading.of().getDeclaredMethods())
                .filter(one -> one.getName().equals(reading.method()) && one.isAnnotationPresent(Edited.class))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing reads what " + reading + " changes"));
        try {
            method.setAccessible(true);
            return method.invoke(controllers.getBean(reading.of()), about);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() instanceof RuntimeException unchecked ? unchecked : new NotFound("resource", about);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
