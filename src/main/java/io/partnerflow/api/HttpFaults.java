package io.partnerflow.api;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What the web layer's own exceptions mean to the caller. */
final class HttpFaults {

    private HttpFaults() {}

    static Exception meaning(Exception thrown) {
        if (thrown instanceof HttpMessageNotReadableException unreadable) {
            return BodyFaults.of(unreadable);
        } else if (thrown instanceof HttpMediaTypeNotSupportedException) {
            return new RefusedCall(415, "unsupported-media-type");
        } else if (thrown instanceof HttpMediaTypeNotAcceptableException) {
            return new RefusedCall(406, "not-acceptable");
        } else if (thrown instanceof HttpRequestMethodNotSupportedException) {
            return new RefusedCall(405, "method-not-allowed");
        } else if (thrown instanceof MaxUploadSizeExceededException) {
            return new RefusedCall(413, "body-too-large");
        } else if (thrown instanceof MultipartException) {
            return new RefusedCall(400, "malformed-body");
        } else if (thrown instanceof NoResourceFoundException unknown) {
            return new NotFound("resource", unknown.getResourcePath());
        }
        return parameter(thrown);
    }

    private static Exception parameter(Exception thrown) {
        if (thrown instanceof MissingServletRequestPartException part) {
            return Invalid.field(part.getRequestPartName(), "required", "invalid.required");
        } else if (thrown instanceof MissingServletRequestParameterException missing) {
            return Invalid.field(missing.getParameterName(), "required", "invalid.required");
        } else if (thrown instanceof MethodArgumentTypeMismatchException mismatch) {
            return mismatch.getParameter()
                            .hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)
                    ? new NotFound("resource", mismatch.getValue())
                    : new Invalid(new Invalid.Collector()
                            .reject(mismatch.getName(), "wrong-kind", mismatch.getValue())
                            .fields());
        }
        return thrown;
    }
}
