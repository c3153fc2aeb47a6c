package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.agreements.AgreementManagement;
import io.partnerflow.documents.Document;
import io.partnerflow.documents.Documents;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderList;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/orders")
@Tag(name = "Orders")
class OrdersController {

    private final OrderManagement management;
    private final OrderList list;
    private final AgreementManagement agreements;
    private final OrderAnswers answers;
    private final Documents documents;
    private final CurrentCaller callers;

    OrdersController(
            OrderManagement management,
            OrderList list,
            AgreementManagement agreements,
            OrderAnswers answers,
            Documents documents,
            CurrentCaller callers) {
        this.management = management;
        this.list = list;
        this.agreements = agreements;
        this.answers = answers;
        this.documents = documents;
        this.callers = callers;
    }

    @PostMapping
    @OnlyOnce
    @Operation(
            summary = "Place an order",
            description = "The order exists when the answer comes, priced by today's list; its process goes on: "
                    + "agreement, check, account, first invoice.")
    ResponseEntity<OrderAnswer> place(@RequestBody NewOrder wanted, Locale language) {
        var caller = callers.require().mustBeAbleToOrder();
        var number = management.place(wanted.wanted(caller), OrderFields.API);
        return ResponseEntity.created(URI.create("/api/v1/orders/" + number))
                .body(answers.one(caller.reseller(), number, language));
    }

    @GetMapping
    @Operation(summary = "The reseller's orders, latest first", description = "Sorts by startedAt, number or customer.")
    Page<OrderAnswer.Summary> all(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "") String search) {
        return list.of(callers.require().reseller(), new Paging(page, size, sort, search))
                .map(OrderAnswer.Summary::of);
    }

    @GetMapping("/{number}")
    @Operation(summary = "One order: price, milestones, whom it waits for, documents")
    OrderAnswer one(@PathVariable String number, Locale language) {
        return answers.one(callers.require().reseller(), number, language);
    }

    @PostMapping("/{number}/cancellation")
    @OnlyOnce
    @Operation(
            summary = "Give the order up while it is under way",
            description = "What was done is undone: agreement void, account suspended, no invoice. Everybody is told.")
    ResponseEntity<OrderAnswer> cancel(@PathVariable String number, @RequestBody Cancellation wanted, Locale language) {
        var reseller = callers.require().mustBeAbleToOrder().reseller();
        management.cancel(reseller, number, wanted.reason());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/orders/" + number))
                .body(answers.one(reseller, number, language));
    }

    @PostMapping(value = "/{number}/agreement", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Upload the signed agreement",
            description =
                    "A PDF without active content, a JPEG or a PNG, up to 10 MB. A person checks it next. Needs no "
                            + "Idempotency-Key: an order waits for one file at a time, a second one is 409.")
    ResponseEntity<OrderAnswer> upload(
            @PathVariable String number, @RequestPart("file") MultipartFile file, Locale language) throws IOException {
        var caller = callers.require().mustBeAbleToOrder();
        agreements.upload(
                caller.reseller(),
                number,
                file.getBytes(),
                Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                caller.email());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/orders/" + number))
                .body(answers.one(caller.reseller(), number, language));
    }

    @GetMapping(value = "/{number}/agreement.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The agreement to sign, as it was sent last")
    ResponseEntity<byte[]> agreement(@PathVariable String number) {
        return file(agreements.paper(callers.require().reseller(), number));
    }

    @GetMapping("/{number}/documents/{id}")
    @Operation(summary = "One document of the order")
    ResponseEntity<byte[]> document(@PathVariable String number, @PathVariable String id) {
        var reseller = callers.require().reseller();
        return answers.papers(reseller, number).stream()
                .filter(document -> document.id().toString().equals(id))
                .findFirst()
                .map(this::file)
                .orElseThrow(() -> new NotFound("document", id));
    }

    private ResponseEntity<byte[]> file(Document document) {
        return Download.of(document, documents.content(document.id()));
    }

    /** @param reason for the vendor and the records, 1 to 2,000 characters */
    record Cancellation(@Nullable String reason) {}
}
