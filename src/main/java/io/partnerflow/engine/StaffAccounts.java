package io.partnerflow.engine;

import io.partnerflow.shared.Invalid;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of staff: what a person may change about the own one. */
@Component
public class StaffAccounts {

    private static final String NEW_PASSWORD_DEMANDED = "newPasswordDemanded";

    private final IdentityService identity;

    StaffAccounts(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** What a person is called on pages; the id where no name is known. */
    public String nameOf(String person) {
        var user = identity.createUserQuery().userId(person).singleResult();
        return user == null || user.getFirstName() == null ? person : user.getFirstName();
    }

    /** Where a person is written to; empty if that is not known. */
    public Optional<String> emailOf(String person) {
        return Optional.ofNullable(identity.createUserQuery().userId(person).singleResult())
                .map(User::getEmail)
                .filter(address -> !address.isBlank());
    }

    /**
     * Changes a person's own password.
     *
     * @throws Invalid if the current one is wrong, or the new one is too short, too common or not new
     */
    @Transactional
    public void changePassword(String person, String current, String wanted) {
        if (!identity.checkPassword(person, current)) {
            throw Invalid.field("current", "wrong", "engine.password.current-wrong");
        }
        var user = identity.createUserQuery().userId(person).singleResult();
        check(user, current, wanted);
        user.setPassword(wanted);
        identity.saveUser(user);
        identity.deleteUserInfo(person, NEW_PASSWORD_DEMANDED);
    }

    private void check(User user, String current, String wanted) {
        if (wanted.equals(current)) {
            throw Invalid.field("wanted", "not-new", "engine.password.not-new");
        }
        var violated = identity.checkPasswordAgainstPolicy(wanted, user).getViolatedRules();
        if (!violated.isEmpty()) {
            var rule = violated.get(0);
            throw rule.getPlaceholder().endsWith("LENGTH")
                    ? Invalid.field("wanted", "too-short", "engine.password.too-short", StaffPasswordPolicy.SHORTEST)
                    : Invalid.field("wanted", "too-common", "engine.password.too-common");
        }
    }

    /** From now on the person can do nothing but choose a new password. */
    void demandNewPassword(String person) {
        identity.setUserInfo(person, NEW_PASSWORD_DEMANDED, "true");
    }

    boolean newPasswordDemanded(String person) {
        return "true".equals(identity.getUserInfo(person, NEW_PASSWORD_DEMANDED));
    }
}
