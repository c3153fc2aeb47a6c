package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.diagrams.ProcessPictures;
import io.partnerflow.orders.OrderProgress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Orders")
class DiagramController {

    private final OrderProgress progress;
    private final ProcessPictures pictures;
    private final CurrentCaller callers;

    DiagramController(OrderProgress progress, ProcessPictures pictures, CurrentCaller callers) {
        this.progress = progress;
        this.pictures = pictures;
        this.callers = callers;
    }

    @GetMapping("/api/v1/orders/{number}/diagram")
    @Operation(summary = "The processes about the order as drawings, with the state of each element")
    DiagramAnswer diagram(@PathVariable String number) {
        return DiagramAnswer.of(progress.diagrams(callers.require().reseller(), number).stream()
                .flatMap(process -> pictures.of(process).stream())
                .toList());
    }
}
