package io.partnerflow.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.stereotype.Component;

/** The people of the demo vendor. Their password is known to everybody, so they exist in demo mode only. */
@Component
class DemoStaff {

    static final String PASSWORD = "demo";

    private static final Map<String, List<String>> GROUPS = Map.of(
            "admin", List.of(VendorDesks.ADMINISTRATORS),
            "petra", List.of("partner-managers"),
            "olle", List.of("order-desk"),
            "carla", List.of("contracts"),
            "klara", List.of("credit"),
            "lena", List.of("logistics"),
            "bengt", List.of("billing"),
            "britta", List.of("billing"), // nobody sends money alone
            "mona", List.of(VendorDesks.MANAGERS),
            "magnus", List.of(VendorDesks.MANAGERS)); // four eyes need two of them

    private final IdentityService identity;

    DemoStaff(IdentityService identity) {
        this.identity = identity;
    }

    void hire() {
        GROUPS.forEach((person, groups) -> {
            if (identity.createUserQuery().userId(person).count() == 0) {
                var user = identity.newUser(person);
                user.setFirstName(Character.toUpperCase(person.charAt(0)) + person.substring(1));
                user.setLastName("Demo");
                user.setEmail(person + "@vendor.example");
                user.setPassword(PASSWORD);
                ((IdentityServiceImpl) identity).saveUser(user, true); // the one password the policy would refuse
                groups.forEach(group -> identity.createMembership(person, group));
            }
        });
    }
}
