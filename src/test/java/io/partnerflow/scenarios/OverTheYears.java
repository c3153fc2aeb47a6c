package io.partnerflow.scenarios;

import io.partnerflow.PartnerflowTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;

/**
 * A test in which years pass: in an application of its own, whose clock and database the other tests do not see. All
 * such tests share it, one after the other; each begins with {@link TimeMachine#begin}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("years")
@PartnerflowTest
@Import({TimeMachine.class, Deals.class, RentalDeals.class})
@ExtendWith(BackInRealTime.class)
public @interface OverTheYears {}
