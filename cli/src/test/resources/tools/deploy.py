# A program as users write it for Azure itself.
import os

from azure.identity import DefaultAzureCredential
from azure.mgmt.resource import ResourceManagementClient

client = ResourceManagementClient(DefaultAzureCredential(), os.environ["AZURE_SUBSCRIPTION_ID"])
print(client.resource_groups.create_or_update("python", {"location": "westeurope"}).id)
