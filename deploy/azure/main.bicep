// The service in Azure: a bot registration with its channels, a container app, and a storage account.
// docs/deploy.md goes through it step by step. The bot signs in with a managed identity, so that there is no
// password to keep or to renew.

@description('Names every resource: small letters and digits, 3 to 14 of them.')
@minLength(3)
@maxLength(14)
param name string = 'carelevels'

param location string = resourceGroup().location

@description('The container image, as <registry>.azurecr.io/care-level-assistant:<version>.')
param image string

@description('Name of the Azure Container Registry in this resource group that has the image. Empty: anyone may read it.')
param registryName string = ''

@description('Where people reach the service, as https://care.example. Empty: the address that Azure gives it.')
param publicUrl string = ''

@description('The clinic, as replies name it.')
param clinicName string
param clinicPhone string = ''
param clinicHours string = ''
param clinicUrl string = ''
@allowed(['US', 'CA', 'GB', 'IE', 'AU', 'NZ'])
param clinicCountry string = 'US'

@description('Sites that may show the chat in their own pages, separated by spaces.')
param embedOrigins string = ''

@description('Teams organisations that may use the bot, by tenant id, separated by commas. Empty: every one.')
param teamsTenants string = tenant().tenantId

@description('At least 32 characters; signs the visitors\' chat tokens. Make one with: openssl rand -base64 32')
@secure()
@minLength(32)
param directLineKey string

@description('Encrypts what is stored: <id>:<32 bytes in base64>. Empty: Azure\'s own encryption alone.')
@secure()
param storageEncryptionKeys string = ''

@minValue(1)
@maxValue(365)
param memoryDays int = 30

@description('F0 is free and limited to 10 000 messages a month on the website; S1 is not.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

@description('Twilio, for text messages. Empty: no text messages.')
param twilioAccountSid string = ''
@secure()
param twilioAuthToken string = ''
param twilioPhone string = ''

var containerName = 'conversations'
var withRegistry = registryName != ''
var withSms = twilioAccountSid != ''
var withEncryption = storageEncryptionKeys != ''
var host = publicUrl != '' ? publicUrl : 'https://${name}.${apps.properties.defaultDomain}'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

// --- What it remembers ---

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: '${name}${take(uniqueString(resourceGroup().id), 8)}'
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  // No versions and no soft delete: what a person has deleted is to be gone.
  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: false
      deleteRetentionPolicy: { enabled: false }
      containerDeleteRetentionPolicy: { enabled: false }
    }

    resource conversations 'containers' = {
      name: containerName
      properties: { publicAccess: 'None' }
    }
  }
}

// --- Where it runs ---

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource apps 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: name
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = if (withRegistry) {
  name: registryName
}

// The built-in role AcrPull, under the id that it has in every Azure.
resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (withRegistry) {
  name: guid(resourceGroup().id, name, 'AcrPull')
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  dependsOn: [mayPull]
  properties: {
    environmentId: apps.id
    configuration: {
      ingress: {
        external: true
        targetPort: 3978
        allowInsecure: false
        // A visitor's chat log lives in one replica's memory.
        stickySessions: { affinity: 'sticky' }
      }
      registries: withRegistry ? [{ server: '${registryName}.azurecr.io', identity: identity.id }] : []
      secrets: concat(
        [
          { name: 'direct-line-key', value: directLineKey }
          { name: 'storage-key', value: storage.listKeys().keys[0].value }
        ],
        withEncryption ? [{ name: 'storage-encryption-keys', value: storageEncryptionKeys }] : []
      )
    }
    template: {
      containers: [
        {
          name: 'service'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat(
            [
              { name: 'NODE_ENV', value: 'production' }
              { name: 'HOST', value: '0.0.0.0' }
              { name: 'PORT', value: '3978' }
              { name: 'STORAGE_URL', value: '${storage.properties.primaryEndpoints.blob}${containerName}' }
              { name: 'STORAGE_KEY', secretRef: 'storage-key' }
              { name: 'MEMORY_DAYS', value: string(memoryDays) }
              { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
              { name: 'MicrosoftAppId', value: identity.properties.clientId }
              { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
              { name: 'TEAMS_TENANTS', value: teamsTenants }
              { name: 'DIRECT_LINE_KEY', secretRef: 'direct-line-key' }
              { name: 'EMBED_ORIGINS', value: embedOrigins }
              { name: 'PUBLIC_URL', value: host }
              { name: 'CLINIC_NAME', value: clinicName }
              { name: 'CLINIC_PHONE', value: clinicPhone }
              { name: 'CLINIC_HOURS', value: clinicHours }
              { name: 'CLINIC_URL', value: clinicUrl }
              { name: 'CLINIC_COUNTRY', value: clinicCountry }
            ],
            withEncryption ? [{ name: 'STORAGE_ENCRYPTION_KEYS', secretRef: 'storage-encryption-keys' }] : []
          )
          probes: [
            { type: 'Startup', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 3, failureThreshold: 20 }
            { type: 'Liveness', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 30 }
            // Not /readyz: danger is answered without storage, so a replica whose storage is away must stay.
            { type: 'Readiness', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 10 }
          ]
        }
      ]
      // Never none: help must not wait for a start.
      scale: { minReplicas: 1, maxReplicas: 1 }
    }
  }
}

// --- The bot and its channels ---

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: { name: botSku }
  properties: {
    displayName: clinicName
    endpoint: '${host}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: identity.id
    schemaTransformationVersion: '1.3'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true, enableCalling: false }
  }
}

// The service's own page needs none of this: it is for other sites and apps that speak Direct Line with Azure.
resource directLine 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'DirectLineChannel'
  location: 'global'
  properties: {
    channelName: 'DirectLineChannel'
    properties: {
      sites: [{ siteName: 'Default Site', isEnabled: true, isV1Enabled: false, isV3Enabled: true }]
    }
  }
}

resource sms 'Microsoft.BotService/botServices/channels@2022-09-15' = if (withSms) {
  parent: bot
  name: 'SmsChannel'
  location: 'global'
  properties: {
    channelName: 'SmsChannel'
    properties: {
      accountSID: twilioAccountSid
      authToken: twilioAuthToken
      phone: twilioPhone
      isEnabled: true
      isValidated: true
    }
  }
}

output address string = host
@description('MicrosoftAppId, for the Teams app package.')
output botId string = identity.properties.clientId
