package io.partnerflow.programmes;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** A policy from a file of the tests, read as the product reads its own. */
public final class ReadPolicy {

    private ReadPolicy() {}

    public static ProgrammePolicy from(String path) {
        return new PolicyFiles(new Resource[] {new ClassPathResource(path)})
                .read()
                .get(0)
                .policy();
    }
}
