package io.partnerflow.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a call was not done, as RFC 9457 wants it told. */
@Schema(name = "Problem", description = "Why a call was not done (RFC 9457). Nothing has been changed.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        @Schema(description = "What kind of problem; a page explains it.", example = "/problems/validation")
        String type,

        @Schema(description = "The kind in words.", example = "Some fields cannot be accepted")
        String title,

        @Schema(description = "The HTTP status.", example = "422")
        int status,

        @Schema(description = "What is wrong here, in the caller's language.")
        String detail,

        @Schema(description = "The address that was called.", example = "/api/v1/orders")
        String instance,

        @Schema(description = "Every bad field at once; only where fields are bad.") @Nullable
        List<BadField> errors) {

    @Schema(name = "BadField", description = "One field that cannot be accepted.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BadField(
            @Schema(
                    description = "Path of the field; empty if no single field is wrong.",
                    example = "lines[0].quantity")
            String field,

            @Schema(description = "The reason for machines.", example = "too-small")
            String code,

            @Schema(description = "The reason for people, with what is accepted.")
            String message,

            @Schema(description = "What was sent; absent if nothing was or if it must not be repeated.") @Nullable
            Object rejected) {}
}
