package io.partnerflow.taskmail;

import io.partnerflow.engine.StaffDirectory.Member;
import io.partnerflow.shared.EmailAddress;
import java.util.Optional;

/** Where a member of staff reads mail. */
final class Reached {

    private Reached() {}

    /** @return empty where no address was entered, or one that cannot be written to */
    static Optional<String> at(Member member) {
        return Optional.ofNullable(member.email()).flatMap(EmailAddress::parse).map(EmailAddress::value);
    }
}
