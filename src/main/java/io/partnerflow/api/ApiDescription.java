package io.partnerflow.api;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} says about all calls alike; each controller describes its own. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PROBLEM = "application/problem+json";
    private static final Map<String, String> ANSWERS_TO_ALL = Map.of(
            "401", "Nobody is logged in.",
            "403", "The caller may see this, but not do this with it.",
            "404", "There is nothing here that the caller may see.",
            "500", "Something went wrong on our side; the answer names a reference for support.");
    private static final Map<String, String> ANSWERS_TO_WRITES = Map.of(
            "400", "The body cannot be read, or a needed header is missing.",
            "409", "Things are not (or no longer) so that it can be done; nothing was done.",
            "413", "The body is larger than 256 KiB, or a file larger than 10 MB.",
            "415", "The body is not in a form this call takes.",
            "422", "Some fields cannot be accepted; all of them are named at once.");

    ApiDescription() {
        SpringDocUtils.getConfig()
                .replaceWithSchema(Money.class, money())
                .replaceWithSchema(Percentage.class, percent());
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("partnerflow")
                        .version("v1")
                        .description("""
                                Orders and contracts of a vendor's resellers. Days are the vendor's calendar days, \
                                instants are UTC, money is net of tax unless a field says otherwise. Human numbers \
                                (OR-2026-000001) are the identifiers. What a caller may not see does not exist (404). \
                                Calls that start something need an Idempotency-Key, remembered for 30 days.""")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .schemaRequirement(
                        "apiKey",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("pf_ and 72 hexadecimal digits")
                                .description(
                                        "A key of an organisation, made in the portal under Integrations. Each call "
                                                + "names the scope the key needs; whoever may write may read as well. A key "
                                                + "never may more than who made it may at that moment."))
                .schemaRequirement(
                        "session",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("PFSESSION")
                                .description("The session of the portal. Writes need its CSRF token as X-CSRF-TOKEN."))
                .schemaRequirement(
                        "basic",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description("Name and password of a user; in demo mode only."));
    }

    /** Every call names the scope a key needs for it. */
    @Bean
    OpenApiCustomizer scopes() {
        return description -> description
                .getPaths()
                .forEach((address, path) -> path.readOperationsMap()
                        .forEach((method, operation) -> operation.setSecurity(whoMay(method.name(), address))));
    }

    private static List<SecurityRequirement> whoMay(String method, String address) {
        var others = Stream.of("session", "basic").map(one -> new SecurityRequirement().addList(one));
        return switch (ScopeOfCall.kind(address)) {
            case NO_KEY, UNKNOWN -> address.contains("/simulation/") ? others.toList() : List.of();
            case ANY_KEY ->
                Stream.concat(Stream.of(new SecurityRequirement().addList("apiKey")), others)
                        .toList();
            case SCOPE ->
                Stream.concat(
                                Stream.of(new SecurityRequirement()
                                        .addList(
                                                "apiKey",
                                                ScopeOfCall.of(method, address).orElseThrow())),
                                others)
                        .toList();
        };
    }

    /** No controller returns a problem, so nobody else would describe it. */
    @Bean
    OpenApiCustomizer problemSchema() {
        return description -> ModelConverters.getInstance(true)
                .readAll(Problem.class)
                .forEach(description.getComponents()::addSchemas);
    }

    @Bean
    OperationCustomizer everyCallsProblems() {
        return (operation, handler) -> {
            ANSWERS_TO_ALL.forEach((status, why) -> operation.getResponses().putIfAbsent(status, problem(why)));
            if (operation.getRequestBody() != null || handler.hasMethodAnnotation(OnlyOnce.class)) {
                ANSWERS_TO_WRITES.forEach(
                        (status, why) -> operation.getResponses().putIfAbsent(status, problem(why)));
            }
            if (handler.hasMethodAnnotation(OnlyOnce.class)) {
                operation.addParametersItem(idempotencyKey());
            }
            if (handler.hasMethodAnnotation(IfUnchanged.class)) {
                operation.addParametersItem(ifMatch());
                operation.getResponses().putIfAbsent("412", problem("It has changed since the caller read it."));
            }
            operation.addParametersItem(actingFor());
            return operation;
        };
    }

    private static HeaderParameter ifMatch() {
        var header = new HeaderParameter();
        header.name("If-Match")
                .required(false)
                .description(
                        "The ETag of what the caller has read. If somebody has changed it since, nothing is done and "
                                + "the answer is 412. Without it the change is made whatever was read.")
                .schema(new StringSchema());
        return header;
    }

    private static HeaderParameter actingFor() {
        var header = new HeaderParameter();
        header.name("X-Acting-For")
                .required(false)
                .description(
                        "Id of the organisation this call acts for: one the user belongs to, or a customer whose link "
                                + "to the user's reseller lets it (GET /me lists the first). Without it the call acts as the "
                                + "session does, else for the first of the user's organisations; one the user may not act for "
                                + "is 404.")
                .schema(new StringSchema().format("uuid"));
        return header;
    }

    private static HeaderParameter idempotencyKey() {
        var key = new HeaderParameter();
        key.name("Idempotency-Key")
                .required(true)
                .description(
                        "1 to 200 characters of the caller's choice, new for every intention. The same key with the "
                                + "same call gives the first answer again, with the header Idempotency-Replayed: true; with "
                                + "another body it is 422, while the first call is running 409.")
                .schema(new StringSchema().minLength(1).maxLength(200))
                .example("4f1c6b6e-order-17");
        return key;
    }

    private static ApiResponse problem(String why) {
        return new ApiResponse()
                .description(why)
                .content(new Content()
                        .addMediaType(
                                PROBLEM, new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }

    private static Schema<?> money() {
        return new Schema<>()
                .type("object")
                .description("An amount in one currency; the amount is text, never a floating-point number.")
                .addProperty("amount", new StringSchema().example("1234.50"))
                .addProperty(
                        "currency", new StringSchema().description("ISO 4217").example("SEK"))
                .addRequiredItem("amount")
                .addRequiredItem("currency");
    }

    private static Schema<?> percent() {
        return new StringSchema()
                .description("0 to 100 as text, 12.5 means 12.5 %.")
                .example("12.5");
    }
}
