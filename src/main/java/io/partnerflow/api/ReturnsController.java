package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.returns.ReturnView.Way;
import io.partnerflow.returns.Returns;
import io.partnerflow.returns.WantedReturn;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/returns")
@Tag(name = "Returns")
class ReturnsController {

    private final Returns returns;
    private final Documents documents;
    private final CurrentCaller callers;

    ReturnsController(Returns returns, Documents documents, CurrentCaller callers) {
        this.returns = returns;
        this.documents = documents;
        this.callers = callers;
    }

    @GetMapping
    @Operation(summary = "The reseller's returns, open ones first, newest first")
    Page<ReturnAnswer.Summary> all(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "") String search) {
        return returns.of(callers.require().reseller(), new Paging(page, size, null, search))
                .map(ReturnAnswer.Summary::of);
    }

    @PostMapping
    @OnlyOnce
    @Operation(
            summary = "Send single devices back while their contract runs",
            description =
                    "For damaged or exchanged devices. At the end of a contract everything that is out is announced "
                            + "by itself. Customer and reseller get the unlock instructions, the list and the label by mail.")
    ResponseEntity<ReturnAnswer> request(@RequestBody NewReturn wanted) {
        var caller = callers.require().mustBeAbleToOrder();
        var number = returns.request(
                caller.reseller(),
                new WantedReturn(
                        wanted.subscription() == null ? "" : wanted.subscription(),
                        wanted.serials() == null ? List.of() : wanted.serials(),
                        wanted.reason() == null ? "" : wanted.reason(),
                        wanted.way() == null ? null : way(wanted.way()),
                        caller.email()));
        return ResponseEntity.created(URI.create("/api/v1/returns/" + number)).body(one(number));
    }

    @GetMapping("/{number}")
    @Operation(summary = "One return: what became of each device, its storage media, and what was charged")
    ReturnAnswer one(@PathVariable String number) {
        return ReturnAnswer.of(returns.get(callers.require().reseller(), number));
    }

    @PutMapping("/{number}/way")
    @Operation(
            summary = "Choose the way the devices take back",
            description = "Until the first device has arrived. Another label goes out.")
    ReturnAnswer choose(@PathVariable String number, @RequestBody ChosenWay chosen) {
        returns.choose(
                callers.require().mustBeAbleToOrder().reseller(),
                number,
                way(chosen.way() == null ? "" : chosen.way()));
        return one(number);
    }

    @GetMapping(value = "/{number}/label.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "Label and return note for the way that is chosen")
    ResponseEntity<byte[]> label(@PathVariable String number) {
        return paper(returns.get(callers.require().reseller(), number).label(), number);
    }

    @GetMapping(value = "/{number}/certificate.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The certificate of data erasure; there is none until every device has its end")
    ResponseEntity<byte[]> certificate(@PathVariable String number) {
        return paper(returns.get(callers.require().reseller(), number).certificate(), number);
    }

    private ResponseEntity<byte[]> paper(@Nullable DocumentId id, String number) {
        if (id == null) {
            throw new NotFound("return-paper", number);
        }
        return Download.of(documents.find(id), documents.content(id));
    }

    private static Way way(String code) {
        return Arrays.stream(Way.values())
                .filter(way -> way.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Invalid.field("way", "return-way", null, code));
    }

    @Schema(name = "NewReturn")
    record NewReturn(
            @Schema(description = "The contract they belong to.", example = "SU-2026-000001") @Nullable
            String subscription,

            @Schema(description = "Serial numbers, at least one.", example = "[\"5CG1234ABC\"]") @Nullable
            List<String> serials,

            @Schema(description = "Why they come back, at most 500 characters.", example = "The screen flickers.")
            @Nullable
            String reason,

            @Schema(
                    description = "`direct` or `via-reseller`; left out: direct.",
                    example = "direct",
                    allowableValues = {"direct", "via-reseller"})
            @Nullable
            String way) {}

    @Schema(name = "ReturnWay")
    record ChosenWay(
            @Schema(
                    description = "`direct` or `via-reseller`.",
                    example = "via-reseller",
                    allowableValues = {"direct", "via-reseller"})
            @Nullable
            String way) {}
}
