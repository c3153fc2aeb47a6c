package io.partnerflow.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A change that is not made if the call names by {@code If-Match} what it has read, and that has changed meanwhile.
 * Calls that name nothing are made as ever.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface IfUnchanged {

    /** Whose method {@link #method} reads what is changed. */
    Class<?> of();

    /** Marked {@link Edited}; takes what the changing method takes first. */
    String method() default "one";
}
