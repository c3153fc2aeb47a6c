package io.partnerflow.returns;

import org.jspecify.annotations.Nullable;

/**
 * What was done to a storage medium.
 *
 * @param medium its serial number
 * @param method code of one of the methods in force
 * @param tool name of the program or machine
 * @param passed the result; null if none was given, which is refused
 */
public record NewWipe(
        String medium,
        String method,
        String tool,
        String toolVersion,
        @Nullable Boolean passed) {}
