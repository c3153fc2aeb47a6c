package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.parties.OrderBlocks;
import java.util.List;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells on every page that nothing new can be ordered, and which invoices have to be paid first. */
@ControllerAdvice(basePackageClasses = BlockNotice.class)
class BlockNotice {

    private final CurrentCaller callers;
    private final OrderBlocks blocks;

    BlockNotice(CurrentCaller callers, OrderBlocks blocks) {
        this.callers = callers;
        this.blocks = blocks;
    }

    @ModelAttribute("blocking")
    List<String> blocking() {
        return callers.find().map(caller -> blocks.blocking(caller.actingFor())).orElse(List.of());
    }
}
