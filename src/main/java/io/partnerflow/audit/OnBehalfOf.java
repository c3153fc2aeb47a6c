package io.partnerflow.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** For whom the person behind this request acts, where that is not an organisation of its own. */
public final class OnBehalfOf {

    private static final String ATTRIBUTE = OnBehalfOf.class.getName();

    private OnBehalfOf() {}

    /** @param organisation id of the organisation; until the request ends everything recorded names it */
    public static void note(String organisation) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, organisation, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Null outside a request, and where the person acts for itself. */
    static @Nullable String current() {
        var request = RequestContextHolder.getRequestAttributes();
        return request == null ? null : (String) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    }
}
