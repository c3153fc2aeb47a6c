package io.partnerflow.demo;

import io.partnerflow.orders.WantedOrder;
import java.time.LocalDate;
import java.util.List;

/** What somebody of the story orders. */
record Purchase(List<WantedOrder.Line> lines, int months, LocalDate start, String poReference) {}
