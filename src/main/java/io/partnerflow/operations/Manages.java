package io.partnerflow.operations;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every staff page whether its reader manages: only then it leads to Cockpit and to other people's letters. */
@ControllerAdvice(basePackageClasses = Manages.class)
class Manages {

    private static final Set<String> MANAGING = Set.of("GROUP_managers", "GROUP_camunda-admin");

    /** The room of missing originals, for who may look into it. */
    @ModelAttribute("keepsContracts")
    boolean keepsContracts(Authentication reader) {
        return reader != null
                && reader.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(group -> MANAGING.contains(group) || "GROUP_contracts".equals(group));
    }

    @ModelAttribute("manages")
    boolean manages(Authentication reader) {
        return reader != null
                && reader.getAuthorities().stream().anyMatch(group -> MANAGING.contains(group.getAuthority()));
    }
}
