package io.partnerflow.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the portal is to be found from outside, for links in letters. */
@Component
public class PortalAddress {

    private final String root;

    PortalAddress(@Value("${partnerflow.portal-url}") String root) {
        this.root = root.replaceFirst("/+$", "");
    }

    /** @param path from the root, beginning with a slash */
    public String of(String path) {
        return root + path;
    }
}
