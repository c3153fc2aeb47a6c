package io.partnerflow.access;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The organisation a request says it acts for: a call of the API by its header, a page by what its session has chosen. A
 * session lives in the database, so every node knows the choice.
 *
 * @param named whether the call itself names it
 */
record ChosenOrganisation(UUID id, boolean named) {

    static final String HEADER = "X-Acting-For";
    static final String ACTING_FOR = "actingFor";
    private static final String PAGE_TOKEN = HttpSessionCsrfTokenRepository.class.getName() + ".CSRF_TOKEN";

    /** An id nobody has stands for a header that is no id at all. */
    private static final UUID NOBODY = new UUID(0, 0);

    /** Empty outside a request, and where nothing has been chosen. */
    static Optional<ChosenOrganisation> ofThisRequest() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) {
            return Optional.empty();
        }
        var header = request.getRequest().getHeader(HEADER);
        if (header != null && request.getRequest().getRequestURI().startsWith("/api/")) {
            return Optional.of(new ChosenOrganisation(id(header), true));
        }
        return Optional.ofNullable((UUID) request.getAttribute(ACTING_FOR, RequestAttributes.SCOPE_SESSION))
                .map(id -> new ChosenOrganisation(id, false));
    }

    /** Pages that are still open were shown for another organisation: what is sent from them is not let in any more. */
    static void remember(UUID organisation) {
        outdatePages();
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(ACTING_FOR, organisation, RequestAttributes.SCOPE_SESSION);
    }

    static void forget() {
        outdatePages();
        RequestContextHolder.currentRequestAttributes().removeAttribute(ACTING_FOR, RequestAttributes.SCOPE_SESSION);
    }

    private static void outdatePages() {
        RequestContextHolder.currentRequestAttributes().removeAttribute(PAGE_TOKEN, RequestAttributes.SCOPE_SESSION);
    }

    private static UUID id(String header) {
        try {
            return UUID.fromString(header.strip());
        } catch (IllegalArgumentException noId) {
            return NOBODY;
        }
    }
}
