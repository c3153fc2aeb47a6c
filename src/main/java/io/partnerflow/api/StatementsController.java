package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.commission.Disputes;
import io.partnerflow.commission.Statements;
import io.partnerflow.documents.Documents;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/statements")
@Tag(name = "Compensation")
class StatementsController {

    private final Statements statements;
    private final Disputes disputes;
    private final Documents documents;
    private final CurrentCaller callers;

    StatementsController(Statements statements, Disputes disputes, Documents documents, CurrentCaller callers) {
        this.statements = statements;
        this.disputes = disputes;
        this.documents = documents;
        this.callers = callers;
    }

    @GetMapping
    @Operation(summary = "The reseller's compensation statements, latest month first")
    Page<StatementAnswer.Summary> all(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "") String search) {
        return statements.list(reseller(), new Paging(page, size, null, search)).map(StatementAnswer.Summary::of);
    }

    @GetMapping("/{number}")
    @Operation(summary = "One statement with the way to each amount, and what was billed for it")
    StatementAnswer one(@PathVariable String number) {
        var statement = statements.get(reseller(), number);
        return StatementAnswer.of(statement, statements.billed(statement));
    }

    @GetMapping(value = "/{number}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The statement as it was sent last")
    ResponseEntity<byte[]> pdf(@PathVariable String number) {
        var document = statements.paper(reseller(), number);
        return Download.of(document, documents.content(document.id()));
    }

    @GetMapping(value = "/documents/{number}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "A self-billed document as it was sent, with the EN 16931 document in it")
    ResponseEntity<byte[]> billed(@PathVariable String number) {
        var document = statements.billedPaper(reseller(), number);
        return Download.of(document, documents.content(document.id()));
    }

    @PostMapping("/{number}/dispute")
    @OnlyOnce
    @Operation(
            summary = "Object to a statement",
            description = "Once, until the last day. Nothing of the statement is billed until the vendor has answered.")
    ResponseEntity<StatementAnswer> dispute(@PathVariable String number, @RequestBody NewDispute dispute) {
        var caller = callers.require().mustBeAbleToSeeInvoices();
        disputes.dispute(caller.reseller(), number, dispute.objection(), caller.email());
        var statement = statements.get(caller.reseller(), number);
        return ResponseEntity.ok(StatementAnswer.of(statement, statements.billed(statement)));
    }

    private UUID reseller() {
        return callers.require().mustBeAbleToSeeInvoices().reseller();
    }
}
