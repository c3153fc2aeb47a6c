package io.partnerflow.operations;

import io.partnerflow.engine.StaffPerson;
import io.partnerflow.web.StaffRoom;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page at the staff's door its navigation: the places its reader finds something in. */
@ControllerAdvice(basePackageClasses = StaffPlaces.class, annotations = StaffRoom.class)
class StaffPlaces {

    @ModelAttribute("places")
    List<StaffPlace.Places> places(Authentication reader) {
        return reader == null ? List.of() : StaffPlace.of(StaffPerson.of(reader));
    }
}
