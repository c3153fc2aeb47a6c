package io.partnerflow.operations;

import io.partnerflow.web.StaffRoom;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every staff page whether its reader manages: only then it leads to other people's letters. */
@ControllerAdvice(basePackageClasses = Manages.class, annotations = StaffRoom.class)
class Manages {

    private static final Set<String> MANAGING = Set.of("GROUP_managers", "GROUP_camunda-admin");

    @ModelAttribute("manages")
    boolean manages(Authentication reader) {
        return reader != null
                && reader.getAuthorities().stream().anyMatch(group -> MANAGING.contains(group.getAuthority()));
    }
}
