package io.partnerflow.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call that starts something. It needs an {@code Idempotency-Key}, and is done once per key: what it does and the
 * answer it gives are stored in one transaction, and the same call gets the same bytes again for 30 days; only secrets
 * are told once, see {@link TellsOnce}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface OnlyOnce {}
