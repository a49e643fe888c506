package com.contoso.boot;

import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.Region;
import com.azure.core.management.profile.AzureProfile;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.resourcemanager.AzureResourceManager;
import com.azure.resourcemanager.resources.models.DeploymentMode;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;

/** Deploys a storage account and a template, and has never heard of attribution. */
@SpringBootApplication
public class DeployApplication {
    private static final String GROUP = "contoso-boot";

    public static void main(String[] args) {
        System.exit(SpringApplication.exit(SpringApplication.run(DeployApplication.class, args)));
    }

    @Bean
    AzureResourceManager azure() {
        return AzureResourceManager.authenticate(
                        new DefaultAzureCredentialBuilder().build(), new AzureProfile(AzureEnvironment.AZURE))
                .withDefaultSubscription();
    }

    @Bean
    CommandLineRunner deploy(AzureResourceManager azure, @Value("classpath:vault.json") Resource template) {
        return args -> {
            azure.resourceGroups().define(GROUP).withRegion(Region.EUROPE_WEST).create();
            azure.storageAccounts()
                    .define("contosoboot")
                    .withRegion(Region.EUROPE_WEST)
                    .withExistingResourceGroup(GROUP)
                    .create();
            azure.deployments()
                    .define("vault")
                    .withExistingResourceGroup(GROUP)
                    .withTemplate(template.getContentAsString(StandardCharsets.UTF_8))
                    .withParameters("{}")
                    .withMode(DeploymentMode.INCREMENTAL)
                    .create();
        };
    }
}
